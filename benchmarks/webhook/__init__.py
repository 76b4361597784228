"""The whole way over loopback: an update posted to a webhook, until the reply leaves for the Bot API."""

from benchmarks.webhook.crowd import show as show
