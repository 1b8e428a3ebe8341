using System.Text.Json.Serialization;

namespace Ingest.Core.Facts;

/// <summary>One thing that a review says about one film, with its sentence.</summary>
/// <param name="Quote">The sentence that says it.</param>
/// <param name="Confidence">How sure the reading is, 0 to 1: of statements given 0.9 or more, at least 95 in 100 are right.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TitleStatement), "title")]
[JsonDerivedType(typeof(AlternateTitleStatement), "alternateTitle")]
[JsonDerivedType(typeof(YearStatement), "year")]
[JsonDerivedType(typeof(CountryStatement), "country")]
[JsonDerivedType(typeof(GenreStatement), "genre")]
[JsonDerivedType(typeof(DirectorStatement), "director")]
[JsonDerivedType(typeof(WriterStatement), "writer")]
[JsonDerivedType(typeof(CastStatement), "cast")]
[JsonDerivedType(typeof(BoxOfficeStatement), "boxOffice")]
[JsonDerivedType(typeof(BudgetStatement), "budget")]
[JsonDerivedType(typeof(RuntimeStatement), "runtime")]
[JsonDerivedType(typeof(ReleaseDateStatement), "releaseDate")]
[JsonDerivedType(typeof(ComparisonStatement), "comparison")]
[JsonDerivedType(typeof(ExternalIdStatement), "externalId")]
public abstract record Statement(Quote Quote, double Confidence);
