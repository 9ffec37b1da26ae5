import { describe } from '@jest/globals';
import { playsInRounds } from './rounds.js';

describe('two worlds that differ in one thing, before everybody who looks', () => {
  playsInRounds('identity', 'do not tell who of two people wrote anonymously');
});
