"""Takes a seat in a debate: LIDA_BUS='ws://...' python3 agent.py (pip install websockets)"""
import asyncio, json, os, sys, websockets

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


async def main():
    async for bus in websockets.connect(os.environ["LIDA_BUS"]):  # anew whenever it breaks
        say = lambda **frame: bus.send(json.dumps(frame))
        pings = asyncio.create_task(ping(say))
        try:
            await say(type="register", address=f"lida.agent.{NAME}.turn")
            await say(type="send", address="lida.agents.join", body={"id": NAME, "protocol": 1})
            async for message in bus:
                frame = json.loads(message)
                if frame["type"] == "err":
                    print(frame, file=sys.stderr)
                elif frame.get("address", "").endswith(".turn"):
                    turn = frame["body"]
                    if turn["turn_id"] not in said:
                        said[turn["turn_id"]] = await asyncio.to_thread(think, turn)
                    body = {"turn_id": turn["turn_id"], **said[turn["turn_id"]]}
                    await say(type="send", address="lida.turns.submit", body=body, replyAddress="taken")
        except websockets.ConnectionClosed:
            continue
        finally:
            pings.cancel()


asyncio.run(main())
