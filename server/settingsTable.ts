/** One environment variable, as docs/operations/settings.md lists it. */
export interface SettingRow {
  readonly name: string;
  /** What holds when it is not set. */
  readonly standard: string;
  readonly example: string;
  readonly meaning: string;
}

/** Every setting there is. */
export const settingsTable: readonly SettingRow[] = [
  {
    name: 'PORT',
    standard: '4321',
    example: '8080',
    meaning: 'Port of the app, the API and the sockets; 0 takes any free one.',
  },
  {
    name: 'HOST',
    standard: '127.0.0.1',
    example: '0.0.0.0',
    meaning: 'Address to listen on. As it is, only this machine reaches the server.',
  },
  {
    name: 'THROUGHLINE_ORIGINS',
    standard: 'none',
    example: 'https://maps.example.org',
    meaning:
      'Origins of pages beside the server’s own that may use it, separated by commas. Needed behind a proxy that changes `Host`.',
  },
  {
    name: 'THROUGHLINE_DATA',
    standard: './data',
    example: '/var/lib/throughline',
    meaning: 'Folder of the embedded store. Belongs to one server at a time. Not used with Postgres.',
  },
  {
    name: 'THROUGHLINE_POSTGRES',
    standard: 'none',
    example: 'postgres://user:password@host/throughline',
    meaning: 'Postgres to keep everything in, shared by any number of servers. Never logged.',
  },
  {
    name: 'THROUGHLINE_REDIS',
    standard: 'none',
    example: 'redis://host:6379',
    meaning:
      'Valkey or Redis through which servers on one Postgres tell each other. Keeps nothing. Never logged.',
  },
  {
    name: 'THROUGHLINE_OIDC_ISSUER',
    standard: 'none',
    example: 'https://login.example.org',
    meaning: 'Sign-in service (OpenID Connect). Without it people come as guests, by links.',
  },
  {
    name: 'THROUGHLINE_OIDC_CLIENT_ID',
    standard: 'none',
    example: 'throughline',
    meaning: 'What the sign-in service knows this server as. Needed with an issuer.',
  },
  {
    name: 'THROUGHLINE_OIDC_CLIENT_SECRET',
    standard: 'none',
    example: 's3cr3t',
    meaning: 'Secret of that client, where the service wants one. Never logged.',
  },
  {
    name: 'THROUGHLINE_PUBLIC_URL',
    standard: 'none',
    example: 'https://maps.example.org',
    meaning: 'Address browsers use, to which the sign-in service sends people back. Needed with an issuer.',
  },
  {
    name: 'THROUGHLINE_METRICS',
    standard: 'none',
    example: '127.0.0.1:9464',
    meaning:
      'Address and port for `/metrics` (Prometheus), apart from the public port. Not served unless set.',
  },
  {
    name: 'THROUGHLINE_LOG',
    standard: 'text',
    example: 'json',
    meaning: '`json` writes each line of the log as an object with `time` and `message`.',
  },
];
