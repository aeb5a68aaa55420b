// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.io.InputStream;
import java.io.Reader;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.BaseStream;

import org.apache.camel.StreamCache;

/**
 * Remembers which one-shot bodies were read, so that a redelivery does not take an exhausted stream for an empty one.
 *
 * <p>Thread-safe; holds no body alive.
 */
public final class ConsumedBodies {

    private final Set<Object> bodies = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /**
     * Claims a body for one reading; bodies that can be read again are let pass.
     *
     * @throws IllegalStateException where it is one-shot and was claimed before
     */
    public void claim(Object body) {
        boolean oneShot = !(body instanceof StreamCache)
                && (body instanceof InputStream
                        || body instanceof Reader
                        || body instanceof Iterator
                        || body instanceof BaseStream);
        if (oneShot && !bodies.add(body)) {
            throw new IllegalStateException(
                    "The body of type " + body.getClass().getName()
                            + " can be read only once, and an earlier attempt has read it; what it held cannot be sent again."
                            + " Give a collection, a file or a stream cache, or do not redeliver this exchange");
        }
    }
}
