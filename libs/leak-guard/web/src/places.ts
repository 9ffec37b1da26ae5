import type { Finding } from '@kundig/leak-guard/rules';

/** A field somebody writes into. */
export type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** Something found, and the field it stands in. */
export interface Place {
  readonly field: TextElement;
  readonly finding: Finding;
  /** The text at the place, shortened. */
  readonly excerpt: string;
}

/** Longest excerpt that is shown, in characters. */
const LONGEST = 48;

/** The fields of a form that somebody writes sentences into, in their order; traps for machines are none. */
export function writtenFields(form: HTMLFormElement, names: readonly string[]): TextElement[] {
  return [...form.elements].filter(
    (field): field is TextElement =>
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
      names.includes(field.name),
  );
}

/** Whether the switch of a form says that one writes anonymously. */
export function speaksAnonymously({ elements }: HTMLFormElement): boolean {
  const choice = elements.namedItem('anonymous');
  return choice instanceof HTMLInputElement && choice.checked;
}

/** Puts the findings of a field beside it. */
export function placesIn(field: TextElement, findings: readonly Finding[]): Place[] {
  return findings.map((finding) => {
    const text = field.value.slice(finding.start, finding.end);
    return { field, finding, excerpt: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text };
  });
}

/** Changes what stands in a field as if it had been typed, so that counters and drafts take notice. */
export function write(field: TextElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
