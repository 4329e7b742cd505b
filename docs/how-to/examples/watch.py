"""Prints the names of the variables that are active in this sandbox, each time they change. Python 3.9 or newer, standard library only."""

import json
import os
import random
import sys
import time
import urllib.error
import urllib.request

BASE = f"{os.environ['MAESTRO_INJECTOR_URL']}/v1/sandboxes/{os.environ['MAESTRO_SESSION']}"
OVER = (401, 404)


def token():
    with open(os.environ["MAESTRO_TOKEN_FILE"], encoding="ascii") as file:
        return file.read().strip()


def ask(path, accept, **headers):
    headers = {"Authorization": f"Bearer {token()}", "Accept": accept, **headers}
    return urllib.request.urlopen(urllib.request.Request(BASE + path, headers=headers), timeout=45)


class Bundle:
    """What is active. The values are in `variables`; they are for the next use, not for keeping."""

    def __init__(self):
        self.tag = None
        self.variables = {}

    def fetch(self):
        """Whether something has changed."""
        try:
            with ask("/bundle", "application/json", **({"If-None-Match": self.tag} if self.tag else {})) as answer:
                self.variables = json.load(answer)["variables"]
                self.tag = answer.headers["ETag"]
                return True
        except urllib.error.HTTPError as refusal:
            if refusal.code == 304:
                return False
            raise


def changes():
    """Yields at each change, the first time at once."""
    with ask("/events", "text/event-stream") as stream:
        for line in stream:
            if line.startswith(b"data:"):
                yield


def main():
    bundle = Bundle()
    failures = 0
    while True:
        try:
            for _ in changes():
                failures = 0
                if bundle.fetch():
                    print("active:", " ".join(sorted(bundle.variables)), flush=True)
        except urllib.error.HTTPError as refusal:
            if refusal.code in OVER:
                sys.exit("the session is over")
        except OSError:
            pass  # cut or away: both are answered by connecting again
        failures += 1
        time.sleep(random.uniform(0.1, min(30, 0.5 * 2**failures)))


if __name__ == "__main__":
    main()
