/**
 * The science core as a calculator: operations read from JSON, their results written as JSON.
 *
 * <p>Owns what an operation is called, which fields it takes and how its answer looks; asks {@link
 * io.lida.science} for every figure. Announces nothing. Refuses to know any formula, and needs
 * neither bus nor store nor data folder.
 *
 * <p>Each part of the field is one class with a list of {@link io.lida.cli.lab.Operation}s, each of
 * which turns a {@link io.lida.cli.lab.Given} into a value. {@link io.lida.cli.lab.Lab} knows the
 * lists.
 */
@NullMarked
package io.lida.cli.lab;

import org.jspecify.annotations.NullMarked;
