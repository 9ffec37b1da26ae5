import 'reflect-metadata';
import { runKundig } from './run-kundig.js';
import { ProcessTerminal } from './terminal.js';

process.exitCode = await runKundig(process.argv.slice(2), new ProcessTerminal(), process.env);
