import type { Locator } from 'playwright-core';
import type { Person } from '../person.js';

const MEASURES = ['left', 'top', 'width', 'height'] as const;

/** An area in hundredths of a picture. */
type Area = Readonly<Record<(typeof MEASURES)[number], number>>;

/** What adds pictures and files to a text. */
export class PictureField {
  constructor(private readonly person: Person) {}

  /** Pastes a picture into a text, as after taking a screenshot. */
  async paste(text: Locator, picture: Buffer, name: string): Promise<void> {
    await text.focus();
    await this.person.page.evaluate(`(() => {
      const bytes = Uint8Array.from(atob('${picture.toString('base64')}'), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], ${JSON.stringify(name)}, { type: 'image/png' }));
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(paste);
    })()`);
    await this.panel.waitFor();
  }

  /** Drops a picture on a text, as from the desktop. */
  async drop(text: Locator, picture: Buffer, name: string): Promise<void> {
    await text.evaluate(
      (area, [content, fileName]) => {
        const bytes = Uint8Array.from(atob(content!), (letter) => letter.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], fileName!, { type: 'image/png' }));
        area.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      [picture.toString('base64'), name],
    );
    await this.panel.waitFor();
  }

  /** Chooses a file by the button. @param label of the button; that of posts when absent */
  async choose(
    file: { name: string; mimeType: string; buffer: Buffer },
    label = 'files:choose',
  ): Promise<void> {
    const chooser = this.person.page.waitForEvent('filechooser');
    await this.person.button(this.person.t(label)).click();
    await (await chooser).setFiles(file);
  }

  /** Chooses a picture in the plain field of a form without scripts. */
  async choosePlainly(picture: Buffer, description: string, label = 'files:plain.file'): Promise<void> {
    const { page, t } = this.person;
    const file = { name: 'foto.png', mimeType: 'image/png', buffer: picture };
    await page.getByLabel(t(label)).setInputFiles(file);
    await page.getByLabel(t('files:plain.alt'), { exact: true }).fill(description);
  }

  /** Blacks out an area by the keyboard alone. */
  async blackOut(area: Area): Promise<void> {
    const { t } = this.person;
    await this.person.button(t('files:panel.addArea'), this.panel).press('Enter');
    for (const measure of MEASURES)
      await this.panel.getByLabel(t(`files:panel.${measure}`)).fill(String(area[measure]));
  }

  /** Blacks out an area by drawing it on the picture. */
  async drawBlack({ left, top, width, height }: Area): Promise<void> {
    const canvas = this.panel.locator('canvas');
    await canvas.scrollIntoViewIfNeeded();
    const box = (await canvas.boundingBox())!;
    const { mouse } = this.person.page;
    const [x, y] = [box.x + (left / 100) * box.width, box.y + (top / 100) * box.height];
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + (width / 200) * box.width, y + (height / 200) * box.height);
    await mouse.move(x + (width / 100) * box.width, y + (height / 100) * box.height);
    await mouse.up();
  }

  /** Presses insert; without a description the first time only asks for one. */
  async insert(description: string): Promise<void> {
    const { t } = this.person;
    await this.panel.getByLabel(t('files:panel.alt')).fill(description);
    const either = new RegExp(`^(${t('files:panel.add')}|${t('files:panel.addAnyway')})$`);
    await this.panel.getByRole('button', { name: either }).click();
    if (description) await this.panel.waitFor({ state: 'detached' });
  }

  async askedForDescription(): Promise<void> {
    await this.panel.getByText(this.person.t('files:panel.altAsked')).waitFor();
  }

  async discard(): Promise<void> {
    await this.person.button(this.person.t('files:panel.discard'), this.panel).click();
    await this.panel.waitFor({ state: 'detached' });
  }

  private get panel(): Locator {
    return this.person.page.getByRole('region', { name: this.person.t('files:panel.title') });
  }
}
