/**
 * The programs of scripts/agents, ready to be run under a name and with its token: they join, hear
 * what they are asked, answer, and come back when they were cut off.
 */

/** @param {string} url with the agent's token @param {string} name */
export const python = (url, name) => `"""Takes a seat in a debate: python3 agent.py (pip install websockets)"""
import asyncio, contextlib, json, os, sys, websockets

NAME = ${JSON.stringify(name)}
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
    async for bus in websockets.connect(${JSON.stringify(url)}):  # and anew whenever it breaks
        say = lambda **frame: bus.send(json.dumps(frame))
        with contextlib.suppress(websockets.ConnectionClosed):
            await asyncio.gather(hear(bus, say), ping(say))


asyncio.run(main())
`;

/** @param {string} url with the agent's token @param {string} name */
export const javascript = (url, name) => `// Takes a seat in a debate: node agent.mjs (Node 20 wants --experimental-websocket)
const name = ${JSON.stringify(name)};
const said = new Map(); // a turn may be told twice: it is thought out once and answered twice

/** Put your own thinking here; it may take its time. */
async function think(turn) {
  const { topic } = turn.brief.situation;
  return { text: \`“\${topic}”: let us try, and measure.\`, stance: 0.6, confidence: 0.7 };
}

const attached = () => new Promise((lost) => {
  const bus = new WebSocket(${JSON.stringify(url)});
  const say = (frame) => bus.readyState === WebSocket.OPEN && bus.send(JSON.stringify(frame));
  const pings = setInterval(() => say({ type: "ping" }), 5000); // the bus closes on whoever is silent
  bus.binaryType = "arraybuffer";
  bus.onopen = () => {
    say({ type: "register", address: \`lida.agent.\${name}.turn\` });
    say({ type: "send", address: "lida.agents.join", body: { id: name, protocol: 1 } });
  };
  bus.onmessage = async ({ data }) => {
    const frame = JSON.parse(typeof data === "string" ? data : new TextDecoder().decode(data));
    if (frame.type === "err") console.error(frame);
    if (frame.type !== "rec" || !frame.address.endsWith(".turn")) return;
    const { turn_id } = frame.body;
    if (!said.has(turn_id)) said.set(turn_id, think(frame.body));
    const body = { turn_id, ...(await said.get(turn_id)) };
    say({ type: "send", address: "lida.turns.submit", body });
  };
  bus.onclose = bus.onerror = () => {
    clearInterval(pings);
    setTimeout(lost, 1000);
  };
});

while (true) await attached(); // and anew whenever it breaks
`;
