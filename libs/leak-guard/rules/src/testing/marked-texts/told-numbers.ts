import type { MarkedTexts } from './marked-text.js';

/** Tax and contract numbers as they are told in passing, beside words that announce other numbers. */
export const TOLD_NUMBERS: MarkedTexts = {
  'tax-number': [
    'Die Finanzamtsnummer / Steuernummer auf dem Gutschriftbeleg (⟦198/113/10010⟧) ist noch von der alten Gesellschaft.',
    'Körperschaftsteuer läuft unter der Nummer ⟦198/114/20304⟧.',
    'Steuernummer:\n⟦93815/08152⟧',
    'Für den Freistellungsauftrag: IdNr ⟦47 036 892 816⟧ (Ehefrau: ⟦65 929 970 489⟧)',
    'Meine ID vom Bundeszentralamt ist ⟦86 095 742 719⟧.',
    'Bremen: ⟦60 123 01234⟧ als StNr',
  ],
  'vat-number': ['W-IdNr. haben wir bekommen: ⟦DE265478912-00001⟧'],
  'contract-number': ['Meine Verträge: ⟦V10023⟧ / ⟦V10024⟧', 'Vertragsbezeichnung ⟦SDSL-HH-0042⟧'],
};
