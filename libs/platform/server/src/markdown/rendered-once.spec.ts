import { describe, expect, it } from '@jest/globals';
import { RequestContext } from '../context/request-context.js';
import { renderedOnce } from './rendered-once.js';

const OWN = 'https://forum.example';

describe('a text that is rendered once', () => {
  it('is rendered as ever, with what it says without markup', () => {
    expect(renderedOnce(RequestContext.system(), 'Ein **Wort**', OWN)).toMatchObject({
      html: '<p>Ein <strong>Wort</strong></p>\n',
      plainText: 'Ein Wort',
    });
  });

  it('is the same for all who ask during a request, and for nobody else', () => {
    const ctx = RequestContext.system();
    const text = renderedOnce(ctx, 'Ein Wort', OWN);
    expect(renderedOnce(ctx, 'Ein Wort', OWN)).toBe(text);
    expect(renderedOnce(ctx, 'Zwei Worte', OWN).plainText).toBe('Zwei Worte');
    expect(renderedOnce(RequestContext.system(), 'Ein Wort', OWN)).not.toBe(text);
  });

  it('is another one where another community is the own one', () => {
    const ctx = RequestContext.system();
    const source = `[Hier](${OWN}/t/1)`;
    const [here, elsewhere] = [OWN, 'https://other.example'].map(
      (own) => renderedOnce(ctx, source, own).html,
    );
    expect(here).not.toEqual(elsewhere);
  });
});
