import { connect, type Socket } from 'node:net';

type Answer = { status: number; cookie: string | undefined; body: string };
export type Connection = {
  send: (method: string, path: string, headers: string, body: string) => Promise<Answer>;
  close: () => void;
};

/**
 * One keep-alive HTTP/1.1 connection that costs the load generator as little as possible, since it shares the machine's
 * cores with the server it measures. Understands answers with Content-Length and chunked ones.
 */
export const openConnection = (port: number): Promise<Connection> =>
  new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let received = '';
    let waiting: ((answer: Answer) => void) | undefined;
    let failed: ((error: Error) => void) | undefined;
    socket.setEncoding('latin1');
    socket.once('connect', () =>
      resolve({
        send: (method, path, headers, body) =>
          new Promise((answered, refused) => {
            waiting = answered;
            failed = refused;
            socket.write(
              `${method} ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${headers}` +
                `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
            );
          }),
        close: () => void socket.destroy(),
      }),
    );
    socket.on('error', (error) => (failed ? failed(error) : reject(error)));
    socket.on('data', (piece: string) => {
      received += piece;
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const top = received.slice(0, head);
      const length = /\r\ncontent-length: (\d+)/i.exec(top)?.[1];
      const rest = received.slice(head + 4);
      const isWhole = length === undefined ? rest.endsWith('0\r\n\r\n') : rest.length >= Number(length);
      if (!isWhole) return;
      received = '';
      waiting?.({
        status: Number(top.slice(9, 12)),
        cookie: /\r\nset-cookie: ([^;\r]+)/i.exec(top)?.[1],
        body: rest,
      });
    });
  });
