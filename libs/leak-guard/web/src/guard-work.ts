import {
  type Finding,
  findLeaks,
  type GuardSettings,
  hide,
  type HidingWords,
} from '@kundig/leak-guard/rules';

/** What the page asks the worker to do: look at texts, or hide what was found in one. */
export type GuardTask =
  | { readonly task: 'look'; readonly texts: readonly string[]; readonly settings: GuardSettings }
  | {
      readonly task: 'hide';
      readonly text: string;
      readonly findings: readonly Finding[];
      readonly words: HidingWords;
    };

/** The findings of each text, or the text without what was found. */
export type GuardResult<Task extends GuardTask['task']> = Task extends 'look' ? Finding[][] : string;

/** Does what the page asks for; the same texts give the same answer. */
export function workOn(asked: GuardTask): Finding[][] | string {
  return asked.task === 'look'
    ? asked.texts.map((text) => findLeaks(text, asked.settings))
    : hide(asked.text, asked.findings, asked.words);
}
