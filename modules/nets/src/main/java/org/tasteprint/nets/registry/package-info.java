/** Which pretrained networks there are, where their weights come from, and whether what lies in the cache is what was published. */
package org.tasteprint.nets.registry;
