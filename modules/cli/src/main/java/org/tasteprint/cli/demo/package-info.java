/**
 * The synthetic catalogue that {@code demo} shows when it is given no data: music rendered in-process, and listeners whose
 * tastes can be heard in it.
 */
package org.tasteprint.cli.demo;
