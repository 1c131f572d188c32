# SPDX-License-Identifier: Apache-2.0
"""A second client of the chain, independent of the one that wallets use.

It knows nothing of this chain but its address: names, types and what is signed come from the
metadata.

    client.py URL send SECRET PALLET CALL ARGUMENTS     signs, sends, waits for the block
    client.py URL query PALLET ITEM KEYS                reads a stored value
    client.py URL labor ADDRESS...                      reads LABOR: of these accounts, and in all
    client.py URL                                       does what it is told line by line: each line
                                                        is a JSON list such as ["labor", "5F…"]

ARGUMENTS is a JSON object by argument name, KEYS a JSON list. Each answer is a line of JSON. What goes
wrong on the chain is no failure of this program: it answers `{"error": "Pallet.Name"}` for a call that
failed in a block, and `{"refused": "…"}` for a transaction that the pool did not take.
"""

import json
import sys

from substrateinterface import Keypair, SubstrateInterface
from substrateinterface.exceptions import SubstrateRequestException


def send(chain, secret, pallet, call, arguments):
    """Signs a call, and tells the events of its transaction or why it failed."""
    composed = chain.compose_call(pallet, call, json.loads(arguments))
    signer = Keypair.create_from_uri(secret, ss58_format=chain.ss58_format)
    signed = chain.create_signed_extrinsic(composed, signer)
    try:
        receipt = chain.submit_extrinsic(signed, wait_for_inclusion=True)
    except SubstrateRequestException as refusal:
        return {"refused": str(refusal)}
    events = [event.value for event in receipt.triggered_events]
    if receipt.is_success:
        return {"events": [describe(event) for event in events]}
    failed = next(event for event in events if event["event_id"] == "ExtrinsicFailed")
    return {"error": name_of(chain, failed["attributes"]["dispatch_error"])}


def describe(event):
    """An event by its names."""
    return {
        "pallet": event["module_id"],
        "event": event["event_id"],
        "fields": event["attributes"],
    }


def name_of(chain, error):
    """The name of an error: that of the pallet's own, or the runtime's."""
    if isinstance(error, str):
        return error
    kind, detail = next(iter(error.items()))
    if kind != "Module":
        return f"{kind}.{detail}"
    pallet = next(pallet for pallet in chain.metadata.pallets if pallet["index"] == detail["index"])
    # The error is the first of four bytes, written in hexadecimal.
    return f'{pallet.name}.{pallet.errors[int(detail["error"][2:4], 16)].name}'


def query(chain, pallet, item, keys):
    """A stored value."""
    return {"value": chain.query(pallet, item, json.loads(keys)).value}


def labor(chain, *addresses):
    """What there is of LABOR in all, for whom, and in each of these accounts, in the newest block."""
    block = chain.get_chain_head()

    def stored(pallet, item, *keys):
        return chain.query(pallet, item, list(keys), block_hash=block).value

    accounts = {address: stored("System", "Account", address)["data"] for address in addresses}
    return {
        "issuance": stored("Labor", "TotalIssuance"),
        "supply": stored("MutualCredit", "CurrentSupply"),
        "accounts": {
            address: {
                "art": data["free"] + data["reserved"],
                "free": data["labor"]["free"],
                "held": data["labor"]["reserved"],
            }
            for address, data in accounts.items()
        },
    }


COMMANDS = {"send": send, "query": query, "labor": labor}


def main(url, *command):
    """Runs one command, or all that are read."""
    commands = [command] if command else map(json.loads, sys.stdin)
    # No types are looked up anywhere but in the metadata.
    with SubstrateInterface(url, auto_discover=False, use_remote_preset=False) as chain:
        for name, *arguments in commands:
            print(json.dumps(COMMANDS[name](chain, *arguments), default=str), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
