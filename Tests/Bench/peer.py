"""The least that a server in common use would do for a decision: one insert, durable, then a redirect."""

import os
import sqlite3

from flask import Flask, redirect, request

app = Flask(__name__)
store = None


def make():
    """The database, made once before the workers start: they would stand in each other's way."""
    opened().execute("PRAGMA journal_mode = WAL")
    store.execute("CREATE TABLE IF NOT EXISTS decision (report INTEGER, person TEXT, verdict TEXT)")


def opened():
    """One connection a process, opened when it is first needed."""
    global store
    if store is None:
        store = sqlite3.connect(os.environ["PEER_DATABASE"], timeout=30, check_same_thread=False,
                                isolation_level=None)
        store.execute("PRAGMA synchronous = FULL")
    return store


@app.post("/decide")
def decide():
    form = request.form
    opened().execute("INSERT INTO decision VALUES (?, ?, ?)",
                     (form["report"], request.cookies.get("session"), form["verdict"]))
    return redirect("/", code=303)
