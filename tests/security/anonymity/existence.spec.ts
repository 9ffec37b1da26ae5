import { describe } from '@jest/globals';
import { playsInRounds } from './rounds.js';

describe('two worlds that differ in one thing, before everybody who looks', () => {
  playsInRounds('existence', 'do not tell whether a closed group, its board, its tags and its members exist');
});
