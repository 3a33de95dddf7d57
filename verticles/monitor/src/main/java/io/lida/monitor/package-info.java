/**
 * How a node is, and what happened: health, figures, notices.
 *
 * <p>Answers {@link io.lida.contract.Monitor}; asks the engine of its own node for its pulse and
 * the store for a sign of life. Follows what the other rooms tell, on its own node where it counts
 * and on all nodes where it remembers. Refuses to act on what it sees.
 *
 * <p>Figures are Prometheus text. No label holds a run, a user or a key; a label whose values come
 * from users has at most 200 of them, then {@code other}.
 *
 * <table>
 * <caption>Figures</caption>
 * <tr><th>name</th><th>unit</th><th>labels</th></tr>
 * <tr><td>ai_api_calls_total</td><td>calls</td><td>provider, model, outcome</td></tr>
 * <tr><td>ai_response_seconds</td><td>seconds, histogram</td><td>provider, model, outcome</td></tr>
 * <tr><td>ai_tokens_total</td><td>tokens</td><td>provider, model, outcome, type</td></tr>
 * <tr><td>lida_llm_tries_total</td><td>requests</td><td>provider, model, outcome</td></tr>
 * <tr><td>lida_llm_extra_calls_total</td><td>calls</td><td></td></tr>
 * <tr><td>lida_runs_total</td><td>runs</td><td>event</td></tr>
 * <tr><td>lida_runs_running, lida_runs_queued, lida_runs_places</td><td>runs</td><td></td></tr>
 * <tr><td>lida_lease_lost_total</td><td>leases</td><td></td></tr>
 * <tr><td>lida_append_fenced_total</td><td>appends</td><td></td></tr>
 * <tr><td>lida_append_duplicate_total</td><td>appends</td><td></td></tr>
 * <tr><td>lida_bus_request_timeouts_total</td><td>questions</td><td></td></tr>
 * <tr><td>lida_event_loop_lag_seconds</td><td>seconds</td><td></td></tr>
 * <tr><td>jvm_*, process_*, system_*</td><td>as named</td><td>as Micrometer has them</td></tr>
 * </table>
 *
 * <p>Hot path: one {@link io.lida.contract.Monitor.Called} for each model call, told by reference
 * on its own node and counted in a few adders.
 */
@NullMarked
package io.lida.monitor;

import org.jspecify.annotations.NullMarked;
