import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { connect, DomainsModule } from '@kundig/composition/server';
import {
  announcer,
  ChangeFeed,
  Environment,
  KeyRing,
  logOf,
  Metrics,
  OperatorProblem,
  operatorSentence,
  stopOnSignals,
  within,
  Worker,
} from '@kundig/platform/server';

/** How long jobs may take to finish or to be given back, and connections to end. */
const STOP_MS = 15_000;

/**
 * The domains without HTTP: works on jobs until it is told to stop, or with `--until-idle` until none is left.
 * Several may run against one database; the embedded database has its worker inside the web process.
 */
async function main(): Promise<void> {
  const environment = Environment.read();
  const ownerUrl = environment.get('DATABASE_URL');
  if (!ownerUrl)
    throw new OperatorProblem(
      'A worker of its own needs DATABASE_URL; without it the web process works on the jobs.',
    );
  const keys = KeyRing.open(environment.keysDir);
  const connections = await connect(environment, keys, ownerUrl);
  const app = await NestFactory.createApplicationContext(
    DomainsModule.forRoot(environment, keys, connections),
    { logger: logOf(environment) },
  );
  const worker = app.get(Worker);
  worker.register();
  if (process.argv.includes('--until-idle')) {
    await worker.drain();
    return app.close();
  }
  await app.get(ChangeFeed).listen(connections.app);
  await worker.start();
  const metricsPort = environment.get('METRICS_PORT');
  if (metricsPort) await app.get(Metrics).listen(metricsPort, environment.get('METRICS_HOST'));
  announcer(environment)('Kundig works on jobs.');
  const stop = async () => void (await within(app.close(), STOP_MS));
  stopOnSignals(stop, console.error);
}

main().catch((error: unknown) => {
  const sentence = operatorSentence(error);
  if (sentence) process.stderr.write(`${sentence}\n`);
  else console.error(error);
  process.exit(1);
});
