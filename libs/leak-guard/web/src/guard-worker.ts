import { type GuardTask, workOn } from './guard-work.js';

// The rules, and the tables of numbers they need, are in this file alone: who only reads never loads them.
addEventListener('message', ({ data: [id, asked] }: MessageEvent<[number, GuardTask]>) =>
  postMessage([id, workOn(asked)]),
);
