namespace Ingest.Functions.Web.OpenApi;

/// <summary>The names of records in the document.</summary>
internal static class SchemaNames
{
    /// <summary>A type's name; a generic one's with what it is made of: <c>SupportedInteger</c>.</summary>
    public static string Of(Type type) => type switch
    {
        _ when type == typeof(ProblemBody) => "Problem",
        _ when type == typeof(int) => "Integer",
        _ when type == typeof(DateOnly) => "Date",
        { IsGenericType: true } => Stem(type.Name) + string.Concat(type.GenericTypeArguments.Select(Of)),
        _ => type.Name,
    };

    private static string Stem(string name) => name[..name.IndexOf('`', StringComparison.Ordinal)];
}
