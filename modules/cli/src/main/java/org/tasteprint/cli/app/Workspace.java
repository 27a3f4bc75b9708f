package org.tasteprint.cli.app;

import java.util.Optional;
import org.tasteprint.catalog.Catalog;
import org.tasteprint.core.Progress;
import org.tasteprint.features.FeatureExtractor;
import org.tasteprint.features.FeatureStore;
import org.tasteprint.genre.GenreModel;
import org.tasteprint.index.VectorSpaces;
import org.tasteprint.nets.registry.ModelRegistry;
import org.tasteprint.server.job.JobWork;
import org.tasteprint.server.music.MusicService;
import org.tasteprint.taste.TasteModel;

/**
 * Everything of one home, wired: each part is opened when it is first asked for, and closed with the workspace.
 */
public final class Workspace implements AutoCloseable {
    private final Settings settings;
    /** Whose parts this one uses, where it only reports elsewhere. */
    private final Optional<Workspace> owner;
    private final ModelFile<TasteModel> tasteModel;
    private final ModelFile<GenreModel> genreModel;
    private Catalog catalog;
    private ModelRegistry registry;
    private FeatureExtractor extractor;
    private VectorSpaces spaces;

    /** A workspace on the home of {@code settings}; nothing is opened yet. */
    public Workspace(Settings settings) {
        this.settings = settings;
        this.owner = Optional.empty();
        this.tasteModel = new ModelFile<>(settings.tasteModel(), TasteModel::load, replaced -> {});
        this.genreModel = new ModelFile<>(settings.genreModel(), GenreModel::load, GenreModel::close);
    }

    private Workspace(Workspace owner, Progress progress) {
        this.settings = new Settings(owner.settings.home(), owner.settings.database(), owner.settings.models(), progress);
        this.owner = Optional.of(owner);
        this.tasteModel = owner.tasteModel;
        this.genreModel = owner.genreModel;
    }

    /** The same parts, with work that reports to {@code progress}; it need not be closed. */
    public Workspace reportingTo(Progress progress) {
        return new Workspace(this, progress);
    }

    public Settings settings() {
        return settings;
    }

    /** Bringing music and listens in, and features out. */
    public CatalogueWork catalogueWork() {
        return new CatalogueWork(this);
    }

    /** Training and evaluating taste. */
    public TasteWork taste() {
        return new TasteWork(this);
    }

    /** Training, evaluating and using genre classifiers. */
    public GenreWork genres() {
        return new GenreWork(this);
    }

    /** Tagging files with pretrained networks. */
    public TagWork tags() {
        return new TagWork(this);
    }

    /** Training a network of our own. */
    public BackboneWork backbone() {
        return new BackboneWork(settings);
    }

    /** Fills an empty home with invented tracks and a space of their vectors. */
    public IndexResult loadFixture(int tracks, int dimensions) {
        return new LoadFixture(this).fill(tracks, dimensions);
    }

    /** Published systems, run again. */
    public PaperWork papers() {
        return new PaperWork(settings);
    }

    /** The whole home in one file, and back. */
    public BackupWork backups() {
        return new BackupWork(this);
    }

    /** Pictures of sound. */
    public PlotWork plots() {
        return new PlotWork();
    }

    /** Embedding spaces. */
    public SpaceWork spaceWork() {
        return new SpaceWork(this);
    }

    /** Similar tracks and recommendations. */
    public SearchWork search() {
        return new SearchWork(this);
    }

    /** Pretrained networks and their weights. */
    public PretrainedWork pretrained() {
        return new PretrainedWork(registry(), progress());
    }

    /** Tracks, users and feedback. */
    public synchronized Catalog catalog() {
        if (owner.isPresent()) {
            return owner.get().catalog();
        }
        if (catalog == null) {
            catalog = Catalog.open(settings.whereCatalogIs());
        }
        return catalog;
    }

    /** Long work that the HTTP server has done in the background. */
    public JobWork jobWork() {
        return new LiveJobs(this);
    }

    /** What the HTTP server asks; safe for use by several threads. */
    public MusicService musicService() {
        return new LiveMusicService(this);
    }

    ModelFile<TasteModel> tasteModel() {
        return tasteModel;
    }

    ModelFile<GenreModel> genreModel() {
        return genreModel;
    }

    Progress progress() {
        return settings.progress();
    }

    FeatureStore features() {
        return new FeatureStore(settings.features());
    }

    synchronized ModelRegistry registry() {
        if (owner.isPresent()) {
            return owner.get().registry();
        }
        if (registry == null) {
            registry = ModelRegistry.open(settings.models());
        }
        return registry;
    }

    synchronized FeatureExtractor extractor() {
        if (owner.isPresent()) {
            return owner.get().extractor();
        }
        if (extractor == null) {
            extractor = new FeatureExtractor(registry());
        }
        return extractor;
    }

    synchronized VectorSpaces spaces() {
        if (owner.isPresent()) {
            return owner.get().spaces();
        }
        if (spaces == null) {
            spaces = VectorSpaces.open(settings.spaces());
        }
        return spaces;
    }

    @Override
    public synchronized void close() {
        genreModel.release();
        if (spaces != null) {
            spaces.close();
        }
        if (extractor != null) {
            extractor.close();
        }
        if (catalog != null) {
            catalog.close();
        }
    }
}
