// What a real client needs beyond telegram-test-api: everything the package knows is asked of the package.
//
//   node front.js FOLDER PORT PACKAGE_PORT
//
// FOLDER holds its node_modules. The bot calls PORT; people use the package's own routes on PACKAGE_PORT.
// A file is given with PUT under the address from which the bot gets it.
'use strict';

const http = require('node:http');
const { createRequire } = require('node:module');
const { setTimeout: sleep } = require('node:timers/promises');

const [folder, port, packagePort] = process.argv.slice(2);
const TelegramServer = createRequire(`${folder}/`)('telegram-test-api');
const network = new TelegramServer({ host: '127.0.0.1', port: Number(packagePort), storeTimeout: 3600 });
const files = new Map();
let waiting = []; // updates that the bot has not confirmed

const yes = async () => true;
const methods = {
  getMe: async (body, ask) => ({ ...await ask('getMe'), is_bot: true }),
  getUpdates,
  getWebhookInfo: async () => ({ url: '', has_custom_certificate: false, pending_update_count: waiting.length }),
  sendMessage: async (body, ask) => inSeconds(await ask('sendMessage', body)),
  sendPhoto: async (body, ask) => {
    const { file_id, file_unique_id } = kept(body.photo);
    const photo = [{ file_id, file_unique_id, width: 600, height: 400 }];
    return inSeconds(await ask('sendMessage', { ...body, photo, text: body.caption }));
  },
  editMessageText: edit('editMessageText'),
  editMessageReplyMarkup: edit('editMessageReplyMarkup'),
  deleteMessage: async (body, ask) => await ask('deleteMessage', body) ?? true,
  answerCallbackQuery: async (body, ask) => await ask('answerCallbackQuery', body) ?? true,
  getFile: async ({ file_id: name }) => {
    if (!files.has(name)) throw refused(400, 'Bad Request: wrong file_id or the file is temporarily unavailable');
    return { file_id: name, file_unique_id: name, file_size: files.get(name).length, file_path: name };
  },
  setMyCommands: yes,
  setMyDescription: yes,
  setMyShortDescription: yes,
  setChatMenuButton: yes,
};

async function getUpdates({ offset = 0, timeout = 0 }, ask) {
  waiting = waiting.filter((update) => update.update_id >= Number(offset));
  const news = network.waitUserMessage(); // from before we look, so that nothing comes in between
  waiting.push(...(await ask('getUpdates')).map(whole));
  if (waiting.length === 0) {
    await Promise.race([news, sleep(Number(timeout) * 1000)]);
    waiting.push(...(await ask('getUpdates')).map(whole));
  }
  return waiting;
}

function whole(update) {
  if (update.message) delete update.message.botToken;
  if (update.callback_query) update.callback_query.chat_instance = String(update.callback_query.message.chat.id);
  return update;
}

function inSeconds(message) {
  return { ...message, date: Math.floor(message.date / 1000) };
}

// The package answers null, also where there is nothing to edit; without a new keyboard it would leave the old one.
function edit(method) {
  return async (body, ask) => {
    const stands = network.storage.botMessages.some(({ messageId, message }) => (
      String(messageId) === String(body.message_id) && String(message.chat_id) === String(body.chat_id)));
    if (!stands) throw refused(400, 'Bad Request: message to edit not found');
    return await ask(method, { reply_markup: { inline_keyboard: [] }, ...body }) ?? true;
  };
}

function kept(file) {
  const name = typeof file === 'string' ? file : `sent-${files.size}`;
  if (name !== file) files.set(name, file);
  return { file_id: name, file_unique_id: name };
}

function refused(code, description) {
  return Object.assign(new Error(description), { code });
}

async function fieldsOf(request) {
  const data = Buffer.concat(await request.toArray());
  if (data.length === 0) return {};
  const form = await new Response(data, { headers: { 'content-type': request.headers['content-type'] } }).formData();
  const fields = {};
  for (const [name, value] of form) fields[name] = await read(name, value);
  return fields;
}

async function read(name, value) {
  if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  return ['reply_markup', 'link_preview_options'].includes(name) ? JSON.parse(value) : value;
}

function asking(token) {
  return async (method, body = {}) => {
    const answer = await fetch(`${network.config.apiURL}/bot${token}/${method}`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
    });
    const said = await answer.json();
    if (!said.ok) throw refused(said.error_code ?? answer.status, said.description ?? said.message);
    return said.result;
  };
}

async function call(request, response, token, method) {
  const ask = asking(token);
  const fields = await fieldsOf(request);
  try {
    const result = await (methods[method] ?? ((body) => ask(method, body)))(fields, ask);
    response.end(JSON.stringify({ ok: true, result }));
  } catch (error) {
    response.statusCode = error.code ?? 500;
    response.end(JSON.stringify({ ok: false, error_code: response.statusCode, description: error.message }));
  }
}

async function file(request, response, name) {
  if (request.method === 'PUT') files.set(name, Buffer.concat(await request.toArray()));
  response.statusCode = files.has(name) ? 200 : 404;
  response.end(request.method === 'GET' ? files.get(name) : '');
}

async function answer(request, response) {
  const [, first, second, third] = request.url.split('/');
  if (first === 'file') await file(request, response, third);
  else await call(request, response, first.slice('bot'.length), second);
}

network.start().then(() => http.createServer(answer).listen(Number(port), '127.0.0.1'));
