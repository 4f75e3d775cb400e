import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { z } from 'zod';

/** What any function of this kind begins with: a router, a schema and the SDK. Nothing of ours. */
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const Path = z.object({ id: z.string().max(10) });
const app = new Hono()
  .get('/en/problems/:id', (c) => c.html(`<h1>${Path.parse(c.req.param()).id}</h1>`))
  .get('/things/:id', async (c) => {
    const { Item } = await documents.send(new GetCommand({ TableName: 'things', Key: Path.parse(c.req.param()) }));
    return c.json(Item ?? {});
  });

export const handler = handle(app);
