// Takes a seat in a debate: LIDA_BUS='ws://...' node agent.mjs (Node 20 wants --experimental-websocket)
const name = process.env.LIDA_AGENT ?? "optimist";
const said = new Map(); // a turn may be told twice: it is thought out once and answered twice

/** Put your own thinking here; it may take its time. */
async function think(turn) {
  const { topic } = turn.brief.situation;
  return { text: `“${topic}”: let us try, and measure.`, stance: 0.6, confidence: 0.7 };
}

const attached = () => new Promise((lost) => {
  const bus = new WebSocket(process.env.LIDA_BUS);
  const say = (frame) => bus.readyState === WebSocket.OPEN && bus.send(JSON.stringify(frame));
  const pings = setInterval(() => say({ type: "ping" }), 5000); // the bus closes on whoever is silent
  bus.binaryType = "arraybuffer";
  bus.onopen = () => {
    say({ type: "register", address: `lida.agent.${name}.turn` });
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
