<link href="/static/chat.css"><script src="/static/chat.js">
