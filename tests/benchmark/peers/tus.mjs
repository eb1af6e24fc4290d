// tus-js-client uploads 100 files of 300 KB one after another to @tus/server on loopback, without TLS.
// Prints {"value": megabytes per second}. One argument: a folder for its files.
import http from 'node:http';
import { randomBytes } from 'node:crypto';
import { Server } from '@tus/server';
import { FileStore } from '@tus/file-store';
import { Upload } from 'tus-js-client';

const tus = new Server({ path: '/files', datastore: new FileStore({ directory: process.argv[2] }) });
const server = http.createServer((request, response) => tus.handle(request, response));
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const endpoint = `http://127.0.0.1:${server.address().port}/files`;
const files = Array.from({ length: 100 }, () => randomBytes(300_000));
const send = (file) => new Promise((onSuccess, onError) => {
  new Upload(file, { endpoint, uploadSize: file.length, onSuccess, onError }).start();
});
const begin = process.hrtime.bigint();
for (const file of files) await send(file);
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
console.log(JSON.stringify({ value: 30 / seconds }));
process.exit(0);
