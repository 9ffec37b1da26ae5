import { describe, expect, it } from '@jest/globals';
import { BOTH_WAYS, Stage } from './support/stage.js';

const stage = Stage.open();

/** In somebody's own network: nothing is fetched from there, and no name is asked for. */
const ADDRESS = 'https://10.0.0.7/sitemap.xml';
const TITLE = 'Rolltorantrieb einlernen';

/** Puts a page where the nightly job would put it. */
const readOne = () =>
  stage.community.owner.query(
    `INSERT INTO search.help_page (source_id, address, host, title, description, lang, read_at, lexemes)
     SELECT id, 'https://hilfe.firma.example/rolltor', 'hilfe.firma.example', $1, 'Handsender und Taster.', 'de', now(),
       search.post_lexemes('de', true, search.title_lexemes('de', $1::text, '{}'::text[]), '')
     FROM search.help_source`,
    [TITLE],
  );

describe.each(BOTH_WAYS)('help pages of the operator’s own, $way', ({ scripts }) => {
  it('are named by an administrator, stand beside results and among suggestions, and go with their address', async () => {
    const administrator = await stage.arrive({
      scripts,
      as: await stage.community.withRole('administrator'),
    });
    const { page, t } = administrator;
    await administrator.open('/admin/help-pages');
    await administrator.heading(t('pages:admin.helpPages'));
    const field = page.getByRole('textbox', { name: t('search:help.addresses') });
    await field.fill('http://hilfe.firma.example/');
    if (!scripts) administrator.faults.expect(422);
    await administrator.submit(t('search:help.save'));
    await page.getByText('https://', { exact: false }).first().waitFor();
    await administrator.audit('a refused address of help pages');
    await administrator.open('/admin/help-pages');
    await field.fill(ADDRESS);
    await administrator.submit(t('search:help.save'));
    await page.getByText(t('pages:admin.saved')).waitFor();
    await stage.jobsDone();
    await administrator.open('/admin/help-pages');
    await page.getByText(t('search:help.problemInternal')).waitFor();
    await administrator.submit(t('search:help.fetch'));
    await page.getByText(t('pages:admin.saved')).waitFor();
    await administrator.audit('sources of help pages');

    await readOne();
    const visitor = await stage.arrive({ scripts });
    await visitor.open('/search?q=Rolltorantrieb');
    const link = visitor.page.getByRole('link', { name: TITLE });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('https://hilfe.firma.example/rolltor');
    expect(await link.getAttribute('target')).toBeNull();
    await visitor.page.getByText('hilfe.firma.example', { exact: true }).waitFor();
    await visitor.audit('help pages beside results');
    if (scripts) {
      await visitor.open('/netiquette');
      await visitor.page.keyboard.press('/');
      await visitor.page.keyboard.type('rolltoran');
      const row = visitor.page.getByRole('option', { name: TITLE });
      await row.waitFor();
      expect(await row.getAttribute('href')).toBe('https://hilfe.firma.example/rolltor');
      await visitor.audit('help pages among suggestions');
    }

    await administrator.open('/admin/help-pages');
    await field.fill('');
    await administrator.submit(t('search:help.save'));
    await page.getByText(t('pages:admin.saved')).waitFor();
    await visitor.open('/search?q=Rolltorantrieb');
    await visitor.page.getByText(visitor.t('pages:search.askThis')).first().waitFor();
    expect(await link.count()).toBe(0);
  });
});
