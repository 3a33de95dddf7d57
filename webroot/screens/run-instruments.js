import { html } from "lit";
import { beliefs } from "../instruments/beliefs.js";
import { board } from "../instruments/board.js";
import { config } from "../instruments/config.js";
import { events } from "../instruments/events.js";
import { strategies } from "../instruments/strategies.js";
import { theory } from "../instruments/theory.js";
import { votes } from "../instruments/votes.js";
import { note } from "../router.js";

const PANELS = {
  beliefs: { name: "Beliefs", of: beliefs },
  votes: { name: "Votes", of: votes },
  strategies: { name: "Strategies", of: strategies },
  board: { name: "Board", of: board },
  theory: { name: "Theory", of: theory },
  events: { name: "Events", of: events },
  config: { name: "Config", of: config },
};

/** The instruments a run has, the one shown first before the others. */
export function tabsOf(run) {
  if (run.board) return ["board", "theory", "events", "config"];
  return ["beliefs", ...(run.votesAtEnd ? ["votes"] : []), "strategies", "events", "config"];
}

/** The instrument that is looked at. @param {string|null} wanted */
export function tabOf(run, wanted) {
  const tabs = tabsOf(run);
  return wanted && tabs.includes(wanted) ? wanted : tabs[0];
}

/** Goes to the next or the one before. */
export function turnTab(run, shown, by) {
  const tabs = tabsOf(run);
  const tab = tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length];
  choose(run, tab);
  return tab;
}

/**
 * The column at the side: tabs, each a chart with its table, or a list.
 * @param {import("../fold.js").RunState} run
 * @param {{tab: string, table: boolean, filter: string, recount: import("../recount.js").Recount,
 *   open: (event: any) => void, close: () => void}} view
 */
export function instruments(run, view) {
  return html`<div class="tabs">
      <div role="tablist" aria-label="Instruments" @keydown=${(event) => arrows(event, run, view.tab)}>
        ${tabsOf(run).map(
          (tab) => html`<button role="tab" id="tab-${tab}" aria-selected=${tab === view.tab} aria-controls="panel"
            tabindex=${tab === view.tab ? 0 : -1} @click=${() => choose(run, tab)}>${PANELS[tab].name}</button>`,
        )}
      </div>
      <button class="word only-narrow" @click=${view.close} aria-label="close instruments">close</button>
    </div>
    <div role="tabpanel" id="panel" aria-labelledby="tab-${view.tab}" tabindex="0">${PANELS[view.tab].of(run, view)}</div>`;
}

const choose = (run, tab) => note({ tab: tab === tabsOf(run)[0] ? null : tab });

function arrows(event, run, shown) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by || event.target.role !== "tab") return;
  event.currentTarget.querySelector(`#tab-${turnTab(run, shown, by)}`).focus();
}
