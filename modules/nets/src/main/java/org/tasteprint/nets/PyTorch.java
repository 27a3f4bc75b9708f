package org.tasteprint.nets;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.pytorch.jni.JniUtils;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;

/**
 * The one door to the engine. What DJL reads from system properties, once per process and before its first use, is set
 * here, so whoever wants an {@link NDManager} or a {@link Model} asks here for it.
 *
 * <ul>
 *   <li>{@code ai.djl.offline} and {@code OPT_OUT_TRACKING}: DJL neither downloads nor reports anything;
 *   <li>{@code ai.djl.pytorch.num_interop_threads}: 1, because networks run one operation after the other. The threads
 *       inside an operation are as many as there are cores, unless {@code ai.djl.pytorch.num_threads} says otherwise;
 *   <li>{@code ai.djl.pytorch.graph_optimizer}: off; it concerns TorchScript files, which are not used here.
 * </ul>
 *
 * A property that the user has set stays as it is.
 */
public final class PyTorch {
    private static final String NAME = "PyTorch";

    private PyTorch() {}

    /** Starts the engine on first use: the JVM runs a class initialiser once, whichever thread comes first. */
    private static final class Started {
        static final Engine ENGINE = start();

        private static Engine start() {
            setIfAbsent("ai.djl.offline", "true");
            setIfAbsent("OPT_OUT_TRACKING", "true");
            setIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
            setIfAbsent("ai.djl.pytorch.graph_optimizer", "false");
            return Engine.getEngine(NAME);
        }

        private static void setIfAbsent(String property, String value) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        }
    }

    /**
     * A manager of native memory; closing it frees every array made with it.
     *
     * @throws TasteprintException {@code UNAVAILABLE} when PyTorch's native libraries cannot be loaded
     */
    public static NDManager newManager() {
        return engine().newBaseManager(Device.cpu());
    }

    /** A model around a block, ready for a trainer; closing it frees the block's parameters. */
    public static Model newModel(String name, Block block) {
        Model model = engine().newModel(name, Device.cpu());
        model.setBlock(block);
        return model;
    }

    /** The version of PyTorch, for the provenance of what is trained. */
    public static String version() {
        return engine().getVersion();
    }

    /** Seeds the engine's one random generator, which dropout draws from: this reaches every thread of the process. */
    public static void seed(long seed) {
        engine().setRandomSeed(Long.hashCode(seed));
    }

    /**
     * From now on the calling thread computes every operation alone; other threads go on using every core.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    static synchronized void computeAlone() throws InterruptedException {
        engine();
        int others = JniUtils.getNumThreads();
        JniUtils.setNumThreads(1);
        // PyTorch makes the number also the default of threads that come later, so a thread of its own puts that back.
        Thread restore = Thread.ofPlatform().start(() -> JniUtils.setNumThreads(others));
        restore.join();
    }

    private static Engine engine() {
        try {
            return Started.ENGINE;
        } catch (EngineException | LinkageError e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE,
                    "PyTorch's native libraries cannot be loaded (%s): run ./tasteprint doctor".formatted(rootCause(e)),
                    e);
        }
    }

    private static Throwable rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
