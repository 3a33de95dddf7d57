/**
 * What tests share: a node with a real bus on which neighbours are pretended at their address, a
 * provider stub that speaks every wire format over real HTTP, and a proxy that breaks connections.
 *
 * <p>Test scope only. Refuses to know any room but the contract.
 */
@NullMarked
package io.lida.testkit;

import org.jspecify.annotations.NullMarked;
