import type { MockValues } from './mock-execute.js';

const text =
  '<p>Diese Seite beschreibt, was für diese Community gilt. Der Betreiber kann den Text jederzeit ändern; frühere Fassungen bleiben nachlesbar.</p><h2>Grundsätze</h2><ul><li>Wir reden miteinander, wie wir es im Geschäft tun.</li><li>Wir schreiben keine Kundennummern und keine Namen Dritter.</li></ul>';

/** What the operator says of the community and of themselves. */
export const demoSite: MockValues = {
  'SiteInfo.medianAnswerMinutes': 118,
  'Offer.link': 'https://www.mein-betrieb.example/glasfaser',
  'Offer.picture': null,
  'LogoSettings.light': '/files/23456789abcdefghjkmnpqrs-600x120',
  'LogoSettings.dark': null,
  'Query.legalText': ({ slug }: { slug: string }) => ({
    slug,
    title: {
      imprint: 'Impressum',
      privacy: 'Datenschutz',
      netiquette: 'Netiquette',
      accessibility: 'Barrierefreiheit',
    }[slug],
    html: text,
    version: '2026-11-01',
  }),
  'Contact.phone': '+49 221 123456',
  'Contact.mailTo': 'hilfe@firma.example',
  'Contact.link': null,
  'Contact.hours': [{ first: 'MONDAY', last: 'FRIDAY', from: '08:00', to: '18:00' }],
  'Query.operatorTexts': ['netiquette', 'privacy', 'imprint', 'accessibility', 'terms'].map((slug) => ({
    slug,
  })),
};
