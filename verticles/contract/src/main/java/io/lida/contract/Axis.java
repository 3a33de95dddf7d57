package io.lida.contract;

/**
 * A belief axis in words.
 *
 * @param id one of {@link Card#AXES}
 * @param low what a belief of 0 says
 * @param high what a belief of 1 says
 */
public record Axis(String id, String low, String high) {}
