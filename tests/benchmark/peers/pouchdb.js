// PouchDB on LevelDB replicates 10,000 documents of 1.5 KB to express-pouchdb on loopback, without TLS.
// Prints {"value": documents per second}. One argument: a folder for its files.
const path = require('path');
const folder = process.argv[2];
const PouchDB = require('pouchdb');
const express = require('express');
const randomWord = () => Math.random().toString(36).slice(2, 8);

async function main() {
  const Server = PouchDB.defaults({ prefix: path.join(folder, 'server') + '-' });
  const app = express();
  const pouch = require('express-pouchdb')(Server, {
    mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: path.join(folder, 'log.txt'),
  });
  app.use('/', pouch);
  const listening = await new Promise((done) => { const s = app.listen(0, '127.0.0.1', () => done(s)); });
  const local = new PouchDB(path.join(folder, 'client'));
  for (let first = 0; first < 10000; first += 500) {
    const documents = [];
    for (let i = first; i < first + 500; i++) {
      let note = '';
      while (note.length < 1400) note += randomWord() + ' ';
      documents.push({ _id: String(i).padStart(6, '0'), note });
    }
    await local.bulkDocs(documents);
  }
  const remote = new PouchDB(`http://127.0.0.1:${listening.address().port}/drain`);
  const begin = process.hrtime.bigint();
  const result = await local.replicate.to(remote, { batch_size: 500 });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  if (result.docs_written !== 10000) throw new Error('not all documents arrived');
  console.log(JSON.stringify({ value: 10000 / seconds }));
  process.exit(0);
}
main().catch((fault) => { console.error(String(fault)); process.exit(1); });
