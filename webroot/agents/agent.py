"""Takes a seat in a debate: LIDA_BUS='ws://...' python3 agent.py (pip install websockets)"""
import asyncio, contextlib, json, os, sys, websockets

NAME = os.environ.get("LIDA_AGENT", "skeptic")
said = {}  # a turn may be told twice: it is thought out once and answered twice


def think(turn):
    """Put your own thinking here; it may take its time."""
    topic = turn["brief"]["situation"]["topic"]
    return {"text": f"“{topic}”: show me the data first.", "stance": -0.4, "confidence": 0.8}


async def ping(say):
    while True:  # the bus closes on whoever is silent
        await asyncio.sleep(5)
        await say(type="ping")


async def hear(bus, say):
    await say(type="register", address=f"lida.agent.{NAME}.turn")
    await say(type="send", address="lida.agents.join", body={"id": NAME, "protocol": 1})
    async for frame in bus:
        frame = json.loads(frame)
        if frame["type"] == "err":
            print(frame, file=sys.stderr)
        elif frame["type"] == "rec" and frame["address"].endswith(".turn"):
            turn = frame["body"]["turn_id"]
            if turn not in said:
                said[turn] = await asyncio.to_thread(think, frame["body"])
            answer = {"turn_id": turn, **said[turn]}
            await say(type="send", address="lida.turns.submit", body=answer)


async def main():
    async for bus in websockets.connect(os.environ["LIDA_BUS"]):  # and anew whenever it breaks
        say = lambda **frame: bus.send(json.dumps(frame))
        with contextlib.suppress(websockets.ConnectionClosed):
            await asyncio.gather(hear(bus, say), ping(say))


asyncio.run(main())
