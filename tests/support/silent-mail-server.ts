import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A mail server that takes the connection and says nothing, so that a job hangs in it. */
export async function silentMailServer(): Promise<{ server: Server; url: string; talking: Promise<Socket> }> {
  const server = createServer();
  const talking = new Promise<Socket>((resolve) => server.once('connection', resolve));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, talking };
}
