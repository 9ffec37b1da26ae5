import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Fields of /proc/PID/stat after the command, which may hold spaces; null when the process is gone. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** CPU milliseconds a process has used, user and system, its ended and awaited children included when asked. */
function cpuMs(pid, withChildren) {
  const fields = stat(pid);
  if (!fields) return 0;
  const ticks =
    Number(fields[11]) + Number(fields[12]) + (withChildren ? Number(fields[13]) + Number(fields[14]) : 0);
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/**
 * Reads what a Node process and a PostgreSQL server have used so far.
 * @param {{ node: number, postmaster: number }} pids
 * @returns {{ node: number, postgres: number }} CPU milliseconds
 */
export function readCpu({ node, postmaster }) {
  const backends = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && stat(name)?.[1] === String(postmaster),
  );
  const postgres = backends.reduce((sum, pid) => sum + cpuMs(pid, true), cpuMs(postmaster, true));
  return { node: cpuMs(node, false), postgres };
}

/** Process that started another; of a PostgreSQL backend, the postmaster. */
export const parentOf = (pid) => Number(stat(pid)[1]);

/** Largest resident set a process ever had, in MB. */
export function peakMemoryMb(pid) {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Resident set of a process now, in MB. */
export function memoryMb(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
