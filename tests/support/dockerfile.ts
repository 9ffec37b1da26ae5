/** One instruction of a Dockerfile, continued lines joined. */
export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** A stage of an image, from its FROM to the next. */
export type Stage = readonly Instruction[];

/** @returns the stages of a Dockerfile; the last is what runs */
export function stagesOf(dockerfile: string): Stage[] {
  const stages: Instruction[][] = [];
  const lines = dockerfile.replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, ' ');
  for (const line of lines.split('\n').filter((text) => text.trim() !== '')) {
    const [, word = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') stages.push([]);
    (stages.at(-1) ?? stages[stages.push([]) - 1]!).push({ word, rest });
  }
  return stages;
}

/** @returns the arguments of the last instruction of that name */
export const last = (stage: Stage, word: string): string | undefined =>
  stage.findLast((instruction) => instruction.word === word)?.rest;

/** @returns a command in the form of a list, also that of a health check */
export const commandOf = (rest: string): string[] => JSON.parse(rest.slice(rest.indexOf('['))) as string[];

/** What no image of ours may do; the codes are those of hadolint, where it has one. */
const RULES: readonly (readonly [string, (stages: Stage[], all: Stage) => boolean])[] = [
  ['DL3006/DL3007: an image without its version', (_, all) => all.some(isUnpinned)],
  [
    'DL3002: the program runs as root',
    (stages) => ['root', '0', undefined].includes(last(stages.at(-1)!, 'USER')),
  ],
  ['DL3020: ADD where COPY suffices', (_, all) => all.some(({ word }) => word === 'ADD')],
  ['DL3025: a command without list', (_, all) => all.some(isShellForm)],
  [
    'DL3000: a relative WORKDIR',
    (_, all) => all.some(({ word, rest }) => word === 'WORKDIR' && !rest.startsWith('/')),
  ],
  ['DL3004: sudo', (_, all) => all.some(({ word, rest }) => word === 'RUN' && /\bsudo\b/.test(rest))],
  [
    'DL3016: packages that the lock file does not know',
    (_, all) => all.some(({ word, rest }) => word === 'RUN' && /\bnpm (install|i|add)\b|\bnpx\b/.test(rest)),
  ],
  ['DL3057: no health check', (stages) => !last(stages.at(-1)!, 'HEALTHCHECK')],
  [
    'a secret in the image',
    (_, all) =>
      all.some(
        ({ word, rest }) =>
          /^(ENV|ARG)$/.test(word) && /(PASSWORD|SECRET|TOKEN|DATABASE_URL|_KEY)\b/.test(rest),
      ),
  ],
  ['packages for development in the image', (stages) => !takesPackagesWithoutDevelopment(stages)],
];

/** @returns every rule that a Dockerfile breaks */
export function faultsOf(dockerfile: string): string[] {
  const stages = stagesOf(dockerfile);
  return RULES.filter(([, breaks]) => breaks(stages, stages.flat())).map(([rule]) => rule);
}

const isUnpinned = ({ word, rest }: Instruction): boolean =>
  word === 'FROM' && !/^\S+:(?!latest\b)\S+/.test(rest);

const isShellForm = ({ word, rest }: Instruction): boolean =>
  /^(CMD|ENTRYPOINT)$/.test(word) ? !rest.startsWith('[') : word === 'HEALTHCHECK' && !/CMD \[/.test(rest);

/** The stage that the packages come from installs without those for development, and the image takes them from nowhere else. */
function takesPackagesWithoutDevelopment(stages: Stage[]): boolean {
  const copies = stages.at(-1)!.filter(({ word, rest }) => word === 'COPY' && /node_modules/.test(rest));
  return copies.every(({ rest }) => {
    const [, name] = /--from=(\S+)/.exec(rest) ?? [];
    const from = stages.find(([first]) => first?.rest.endsWith(` AS ${name}`));
    return from?.some(({ word, rest: command }) => word === 'RUN' && /npm ci .*--omit=dev/.test(command));
  });
}
