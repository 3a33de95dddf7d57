import { html } from "lit";
import { beliefs } from "../instruments/beliefs.js";
import { config } from "../instruments/config.js";
import { events } from "../instruments/events.js";
import { strategies } from "../instruments/strategies.js";
import { votes } from "../instruments/votes.js";
import { note } from "../router.js";

const PANELS = {
  beliefs: { name: "Beliefs", of: beliefs },
  votes: { name: "Votes", of: votes },
  strategies: { name: "Strategies", of: strategies },
  events: { name: "Events", of: events },
  config: { name: "Config", of: config },
};

export const TABS = Object.keys(PANELS);

/**
 * The column at the side: tabs, each a chart with its table, or a list.
 * @param {import("../fold.js").RunState} run
 * @param {{tab: string, table: boolean, filter: string, recount: import("../recount.js").Recount,
 *   open: (event: any) => void, close: () => void}} view
 */
export function instruments(run, view) {
  return html`<div class="tabs">
      <div role="tablist" aria-label="Instruments" @keydown=${arrows}>
        ${TABS.map(
          (tab) => html`<button role="tab" id="tab-${tab}" aria-selected=${tab === view.tab} aria-controls="panel"
            tabindex=${tab === view.tab ? 0 : -1} @click=${() => choose(tab)}>${PANELS[tab].name}</button>`,
        )}
      </div>
      <button class="word only-narrow" @click=${view.close} aria-label="close instruments">close</button>
    </div>
    <div role="tabpanel" id="panel" aria-labelledby="tab-${view.tab}" tabindex="0">${PANELS[view.tab].of(run, view)}</div>`;
}

const choose = (tab) => note({ tab: tab === TABS[0] ? null : tab });

function arrows(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by || event.target.role !== "tab") return;
  const at = TABS.findIndex((tab) => event.target.id === `tab-${tab}`);
  const tab = TABS[(at + by + TABS.length) % TABS.length];
  choose(tab);
  event.currentTarget.querySelector(`#tab-${tab}`).focus();
}
