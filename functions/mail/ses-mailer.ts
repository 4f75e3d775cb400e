import type { Mailer } from './mailer.ts';

/** Amazon SES. Its client is loaded when there is a mail to send, which most runs of the clock have not. */
export const sesMailer =
  (from: string, configurationSet: string): Mailer =>
  async ({ to, subject, text, unsubscribe }) => {
    const { SESv2Client, SendEmailCommand } = await import('@aws-sdk/client-sesv2');
    const client = new SESv2Client({});
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        ConfigurationSetName: configurationSet,
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: {
            Subject: { Data: subject, Charset: 'UTF-8' },
            Body: { Text: { Data: text, Charset: 'UTF-8' } },
            // RFC 8058: one click in the mail program is enough.
            ...(unsubscribe && {
              Headers: [
                { Name: 'List-Unsubscribe', Value: `<${unsubscribe}>` },
                { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
              ],
            }),
          },
        },
      }),
    );
  };
