import { startServer } from '../../../server/server';
import { reportToBench } from './processReport';

/** Our server, as it is in production. */
async function main(dataFolder = '', port = '0'): Promise<void> {
  const server = await startServer({ port: Number(port), dataFolder });
  reportToBench(server.port, () => server.close());
}

await main(process.argv[2], process.argv[3]);
