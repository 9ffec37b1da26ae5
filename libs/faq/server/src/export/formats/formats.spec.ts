import { describe, expect, it } from '@jest/globals';
import { renderMarkdown, withAbsoluteLinks } from '@kundig/platform/server';
import type { ExportedEntry } from '../exported-entry.js';
import { toCsv } from './csv.js';
import { toHtml } from './html.js';
import { toJsonLd } from './json-ld.js';
import { toMarkdown } from './markdown.js';

function entry(more: Partial<ExportedEntry> = {}): ExportedEntry {
  const answerMd = more.answerMd ?? 'Die Rufgruppe **neu** zuordnen.';
  return {
    publicId: 'abc234def567',
    slug: 'warum-klingelt-es-nicht',
    lang: 'de',
    board: 'Telefonie & Anlagen',
    question: 'Warum klingelt es nicht?',
    credits: [],
    ...more,
    answerMd,
    answerHtml: renderMarkdown(answerMd).html,
  };
}

describe('toJsonLd', () => {
  it('is a FAQPage with one question and one accepted answer each', () => {
    expect(JSON.parse(toJsonLd([entry(), entry({ question: 'Und nun?' })], 'de'))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      inLanguage: 'de',
      mainEntity: ['Warum klingelt es nicht?', 'Und nun?'].map((name) => ({
        '@type': 'Question',
        name,
        acceptedAnswer: { '@type': 'Answer', text: entry().answerHtml },
      })),
    });
  });

  it('cannot end the script element it is put into', () => {
    const text = toJsonLd([entry({ question: 'Was tut </script><script>alert(1)?' })], 'de');
    expect(text).not.toContain('<');
    expect((JSON.parse(text) as { mainEntity: { name: string }[] }).mainEntity[0]!.name).toBe(
      'Was tut </script><script>alert(1)?',
    );
  });
});

describe('toHtml', () => {
  it('groups by board and escapes what is no HTML', () => {
    const html = toHtml([entry(), entry({ publicId: 'b', question: 'Wo ist <b>"A & B"</b>?' })], 'de');
    expect(html.match(/<h2>/g)).toHaveLength(1);
    expect(html).toContain('<h2>Telefonie &amp; Anlagen</h2>');
    expect(html).toContain('<h3>Wo ist &lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;?</h3>');
    expect(html).toContain('<strong>neu</strong>');
  });
});

describe('toMarkdown', () => {
  it('shows a question with signs of Markdown as it was asked', () => {
    const source = toMarkdown([entry({ question: 'Was heißt *#21# und <sip>?' })]);
    expect(renderMarkdown(source).html).toContain('Was heißt *#21# und &lt;sip&gt;?');
  });
});

describe('toCsv', () => {
  it('begins with a byte order mark and names its columns', () => {
    expect(toCsv([entry()], 'de').split('\r\n')[0]).toBe(
      '\ufeffid,lang,board,question,answer,answer_markdown,credit',
    );
  });

  it.each(['=HYPERLINK("http://evil.example")', '+49 30 1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'leaves no active cell for %j',
    (question) => {
      const row = toCsv([entry({ question })], 'de').slice(toCsv([], 'de').length);
      expect(row).toMatch(/^abc234def567,de,Telefonie & Anlagen,"?'/);
    },
  );

  it('has a header even without entries', () => expect(toCsv([], 'en')).toContain('question'));
});

describe('what was made of somebody else\u2019s text', () => {
  const credit = {
    text: 'Bearbeitet nach Ada <L> auf alt.example',
    url: 'https://alt.example/a/7',
    licence: 'CC BY-SA 4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
  };
  const credited = [entry({ credits: [credit] })];

  it('names author, place and licence in every format', () => {
    const answer = (JSON.parse(toJsonLd(credited, 'de')) as { mainEntity: { acceptedAnswer: object }[] })
      .mainEntity[0]!.acceptedAnswer;
    expect(answer).toMatchObject({
      creditText: 'Bearbeitet nach Ada <L> auf alt.example, CC BY-SA 4.0',
      isBasedOn: ['https://alt.example/a/7'],
      license: ['https://creativecommons.org/licenses/by-sa/4.0/'],
    });
    expect(toHtml(credited, 'de')).toContain(
      '<p class="faq-credit"><a href="https://alt.example/a/7">Bearbeitet nach Ada &lt;L&gt; auf alt.example</a>, ' +
        '<a rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a></p>',
    );
    expect(renderMarkdown(toMarkdown(credited)).html).toContain(
      'href="https://alt.example/a/7" rel="ugc nofollow noopener">Bearbeitet nach Ada &lt;L&gt; auf alt.example</a>',
    );
    expect(toCsv(credited, 'de')).toContain(
      'Bearbeitet nach Ada <L> auf alt.example, CC BY-SA 4.0, https://alt.example/a/7',
    );
  });

  it('is named as the licence is where that has no address', () => {
    const own = [entry({ credits: [{ ...credit, licence: 'Mit Erlaubnis', licenceUrl: null }] })];
    for (const text of [toHtml(own, 'de'), toMarkdown(own), toCsv(own, 'de'), toJsonLd(own, 'de')])
      expect(text).toContain('Mit Erlaubnis');
  });
});

describe('withAbsoluteLinks', () => {
  it('completes links and pictures of our own and nothing else', () => {
    const { html } = renderMarkdown(
      '[a](/t/x/1) [b](https://other.example/y) ![c](/files/d.png)\n\n`href="/t/no"`',
    );
    const absolute = withAbsoluteLinks(html, 'https://community.example');
    expect(absolute).toContain('href="https://community.example/t/x/1"');
    expect(absolute).toContain('href="https://other.example/y"');
    expect(absolute).toContain('src="https://community.example/files/d.png"');
    expect(absolute).toContain('href="/t/no"');
  });
});
