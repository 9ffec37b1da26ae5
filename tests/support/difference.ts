const AROUND = 80;

/** @returns null for equal texts; else what stands around the first byte that differs, in both */
export function differenceOf(one: string, other: string): { one: string; other: string } | null {
  if (one === other) return null;
  const shorter = Math.min(one.length, other.length);
  let at = 0;
  while (at < shorter && one[at] === other[at]) at += 1;
  const cut = (text: string) => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return { one: cut(one), other: cut(other) };
}
