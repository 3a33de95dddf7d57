package io.lida.proof.bench;

/**
 * What a worker is to do.
 *
 * @param what {@code debates}, {@code kept} (debates with their files), {@code bus}, {@code
 *     appends}, {@code paced}, {@code fold}, or {@code answer}: the asks of others from now on
 * @param total how many of them
 * @param atOnce how many are under way together
 */
record Task(String what, int total, int atOnce) {}
