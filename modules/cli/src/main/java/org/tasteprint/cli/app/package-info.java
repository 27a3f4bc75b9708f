/** What Tasteprint can do, assembled from the modules: the one place where everything is wired. */
package org.tasteprint.cli.app;
