/**
 * Every setting of the cloud that differs between stages. A city edits this file and nothing else; `npm run deploy`
 * refuses a stage that still holds one of the example values.
 */
export type Stage = {
  name: 'dev' | 'prod';
  /** The AWS account, twelve digits. */
  account: string;
  /** Where everything lives but the certificate and the firewall, which the content network wants in us-east-1. */
  region: string;
  /** Where people reach the platform. */
  domain: string;
  /** A Route 53 zone that holds the domain. Without one, the deploy prints the records that your DNS needs. */
  hostedZone?: { id: string; name: string };
  /** The sender of mails, at the domain above. */
  mailFrom: string;
  /** Who is told about alarms and cost. */
  operator: string;
  /** Tables and keys outlive a deleted stack, and deleting a table needs a second step. */
  keepsData: boolean;
  /** Rules against floods at the edge (AWS WAF): about 8 USD a month. The platform has its own limits either way. */
  firewall: boolean;
  /** USD a month. At 80 % the operator is told. */
  monthlyBudget: number;
  /** What the API lets through, over all people together; a bill has a ceiling by it. */
  requestsPerSecond: number;
  /** MB for the functions that answer people. Processor time grows with it; 1,769 is one whole processor. */
  memory: number;
  /** How long the platform's own log lines are kept. They hold no words of people, no addresses and no cookies. */
  logDays: 7 | 30 | 90;
  /**
   * Who may translate what everybody can read, for places whose coordinators switch it on: Amazon Translate in the same
   * region, about 15 USD for a million characters. Without it nothing can be switched on.
   */
  translator?: 'amazon';
  /**
   * A bucket with Object Lock of somebody else, for instance of the equality body, in an account of its own: the copies
   * of the ledger's seals go there. Without one the stack makes a bucket, in which nobody can write over them either.
   */
  witnessBucket?: string;
  /**
   * A guardrail of Amazon Bedrock in the same account and region, made by you with content filters: places may switch on
   * that it helps to order reports. It costs by what it reads, and words leave the platform by it; how to make one is in
   * the README beside this file.
   */
  guardrail?: {
    id: string;
    version: string;
    tier: 'STANDARD' | 'CLASSIC';
    /** The Standard tier calculates in several regions: the ARNs of its guardrail profile in each of them. */
    profiles?: readonly string[];
  };
  /**
   * A cold standby: copies of the tables and secrets in a second region, kept up to date by AWS. The vault's copy needs
   * a key that you make there first. How to change over is in the README beside this file.
   */
  standby?: { region: string; vaultKeyArn: string };
};

export const STAGES: Record<Stage['name'], Stage> = {
  dev: {
    name: 'dev',
    account: '111111111111',
    region: 'eu-central-1',
    domain: 'dev.say.example.org',
    mailFrom: 'Equal Say <no-reply@dev.say.example.org>',
    operator: 'operator@example.org',
    keepsData: false,
    firewall: false,
    monthlyBudget: 20,
    requestsPerSecond: 50,
    memory: 1024,
    logDays: 7,
    translator: 'amazon',
  },
  prod: {
    name: 'prod',
    account: '111111111111',
    region: 'eu-central-1',
    domain: 'say.example.org',
    mailFrom: 'Equal Say <no-reply@say.example.org>',
    operator: 'operator@example.org',
    keepsData: true,
    firewall: true,
    monthlyBudget: 200,
    requestsPerSecond: 2_000,
    memory: 1769,
    logDays: 30,
    translator: 'amazon',
  },
};

export const tablePrefix = ({ name }: Stage): string => `equal-say-${name}`;
