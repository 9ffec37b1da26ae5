import { describe } from '@jest/globals';
import { playsInRounds } from './rounds.js';

describe('two worlds that differ in one thing, before everybody who looks', () => {
  playsInRounds('linkage', 'do not tell whether two anonymous threads have one author');
});
