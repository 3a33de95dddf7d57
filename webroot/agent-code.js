/** An agent in a few lines, ready to be run: it joins, hears what it is asked, and answers. */

/** @param {string} url with the agent's token @param {string} name */
export const python = (url, name) => `# pip install websockets
import asyncio, json, websockets

URL = ${JSON.stringify(url)}
NAME = ${JSON.stringify(name)}

async def main():
    async with websockets.connect(URL) as bus:
        say = lambda **frame: bus.send(json.dumps(frame))
        await say(type="register", address=f"lida.agent.{NAME}.turn")
        await say(type="send", address="lida.agents.join", body={"id": NAME, "protocol": 1})
        async for frame in bus:
            frame = json.loads(frame)
            turn = frame.get("body") or {}
            if frame["type"] == "rec" and "turn_id" in turn:
                await say(type="send", address="lida.turns.submit", body={
                    "turn_id": turn["turn_id"], "text": "I have read both sides, and I lean to yes.",
                    "stance": 0.4, "confidence": 0.7})

asyncio.run(main())
`;

/** @param {string} url with the agent's token @param {string} name */
export const javascript = (url, name) => `// node agent.mjs (Node 22 or newer)
const URL = ${JSON.stringify(url)};
const NAME = ${JSON.stringify(name)};

const bus = new WebSocket(URL);
bus.binaryType = "arraybuffer";
const say = (frame) => bus.send(JSON.stringify(frame));
bus.onopen = () => {
  say({ type: "register", address: \`lida.agent.\${NAME}.turn\` });
  say({ type: "send", address: "lida.agents.join", body: { id: NAME, protocol: 1 } });
  setInterval(() => say({ type: "ping" }), 5000);
};
bus.onmessage = ({ data }) => {
  const { type, body } = JSON.parse(typeof data === "string" ? data : new TextDecoder().decode(data));
  if (type !== "rec" || !body.turn_id) return;
  say({ type: "send", address: "lida.turns.submit", body: {
    turn_id: body.turn_id, text: "I have read both sides, and I lean to yes.", stance: 0.4, confidence: 0.7 } });
};
`;
