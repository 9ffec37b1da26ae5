import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The tool as pages get it: in its small form, since it goes to each page anew. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The sizes pages are drawn for: a phone and a small notebook. */
export const PHONE = { width: 390, height: 664 };
export const NOTEBOOK = { width: 1280, height: 720 };
/** The narrowest screen on which nothing may need scrolling sideways (WCAG 1.4.10). */
const NARROWEST = { width: 320, height: 640 };

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Looks at the page as it stands on a phone and on a notebook.
 * @param schemes of colours to look at it in
 * @throws Error naming every rule of accessibility it breaks, and every width at which it scrolls sideways
 */
export async function audit(
  page: Page,
  schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  const before = page.viewportSize();
  const problems: string[] = [];
  for (const size of [NOTEBOOK, PHONE]) {
    await page.setViewportSize({ ...size, height: await wholeHeight(page, size) });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      const found = await violations(page);
      problems.push(...found.map((text) => `${size.width} ${colorScheme}: ${text}`));
    }
  }
  for (const size of [PHONE, NARROWEST]) {
    await page.setViewportSize(size);
    const beyond = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (beyond > 0) problems.push(`${size.width}: scrolls ${beyond} px sideways`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
  if (problems.length > 0) throw new Error(`${page.url()}\n${problems.join('\n')}`);
}

/** So tall that nothing lies under a bar at the edge of the window, where a reader would scroll. */
async function wholeHeight(page: Page, size: { width: number; height: number }): Promise<number> {
  await page.setViewportSize(size);
  return Math.max(size.height, await page.evaluate<number>('document.documentElement.scrollHeight'));
}

async function violations(page: Page): Promise<string[]> {
  const options = { runOnly: RULES, resultTypes: ['violations'] };
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  const result = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return result.violations.map(
    ({ id, help, nodes }) =>
      `${id} (${help}): ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join(' | ')}`,
  );
}
