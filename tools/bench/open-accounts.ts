import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { connect, DomainsModule } from '@kundig/composition/server';
import { CreateAccountService } from '@kundig/identity/server';
import { Environment, KeyRing, RequestContext } from '@kundig/platform/server';

/** Makes confirmed accounts for a benchmark. @returns how to sign in as each */
export async function openAccounts(
  databaseUrl: string,
  count: number,
  password: string,
): Promise<{ mail: string; password: string }[]> {
  const environment = Environment.read({ KEYS_DIR: process.env.KEYS_DIR, DATABASE_URL: databaseUrl });
  const keys = KeyRing.open(environment.keysDir);
  const connections = await connect(environment, keys, databaseUrl);
  const app = await NestFactory.createApplicationContext(
    DomainsModule.forRoot(environment, keys, connections),
    { logger: ['error'] },
  );
  try {
    const accounts = [];
    for (let index = 0; index < count; index += 1) {
      const account = { mail: `bench${index}@kunde.example`, password };
      await app
        .get(CreateAccountService)
        .execute(RequestContext.system(), { ...account, nickname: `Messgast${index}`, locale: 'de' });
      accounts.push(account);
    }
    return accounts;
  } finally {
    await app.close();
  }
}
