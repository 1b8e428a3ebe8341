using System.Collections.Immutable;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>The recognisers, in the order in which they read. A new kind of fact is one more line here.</summary>
internal static class RecogniserList
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<IRecogniser> All { get; } =
    [
        new TitleRecogniser(),
        new AlternateTitleRecogniser(),
        new FilmPhraseRecogniser(),
        new HeadlineKindRecogniser(),
        new YearRecogniser(),
        new CoproductionRecogniser(),
        new IndustryRecogniser(),
        new CrewRecogniser(),
        new CreditBracketRecogniser(),
        new CreditTextRecogniser(),
        new OwnerRecogniser(),
        new CastRecogniser(),
        new StarrerRecogniser(),
        new CharacterRecogniser(),
        new CharacterBracketRecogniser(),
        new PossessiveRoleRecogniser(),
        new CharacterIdentityRecogniser(),
        new DescribedCastRecogniser(),
        new MakerRecogniser(),
        new OwnScriptRecogniser(),
        new OwnedKindRecogniser(),
        new FilmographyRecogniser(),
        new MoneyRecogniser(),
        new ReleaseRecogniser(),
        new RuntimeRecogniser(),
        new ComparisonRecogniser(),
    ];
}
