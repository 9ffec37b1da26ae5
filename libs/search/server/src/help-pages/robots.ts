/** What a host asks of robots (RFC 9309). */
export interface RobotRules {
  /** @param path with query, as it is asked for */
  allows(path: string): boolean;
}

interface Rule {
  readonly allows: boolean;
  readonly pattern: string;
}

const NAME = 'kundig';

/**
 * Rules for us by name, or else for everybody. Of several that fit a path the longest counts, and of two alike the one that allows.
 * @param text of robots.txt; empty where a host has none
 */
export function robotRules(text: string): RobotRules {
  const groups: { names: string[]; rules: Rule[] }[] = [];
  let isNaming = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, field = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const kind = field.toLowerCase();
    if (kind === 'user-agent') {
      if (!isNaming) groups.push({ names: [], rules: [] });
      groups.at(-1)!.names.push(value.toLowerCase());
      isNaming = true;
    } else if (kind === 'allow' || kind === 'disallow') {
      isNaming = false;
      if (value) groups.at(-1)?.rules.push({ allows: kind === 'allow', pattern: value });
    }
  }
  const named = groups.filter(({ names }) => names.includes(NAME));
  const ours = named.length > 0 ? named : groups.filter(({ names }) => names.includes('*'));
  const rules = ours
    .flatMap((group) => group.rules)
    .sort(
      (one, other) => other.pattern.length - one.pattern.length || Number(other.allows) - Number(one.allows),
    );
  return { allows: (path) => rules.find(({ pattern }) => fits(pattern, path))?.allows ?? true };
}

/** Without a regular expression made of what others wrote. @returns whether the pattern, with `*` and a last `$`, fits the path */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [beginning = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(beginning)) return false;
  let at = beginning.length;
  for (const [index, part] of parts.entries()) {
    const isLast = isWhole && index === parts.length - 1;
    const found = isLast ? path.length - part.length : path.indexOf(part, at);
    if (found < at || (isLast && !path.endsWith(part))) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}
