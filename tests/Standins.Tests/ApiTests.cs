using System.Reflection;
using Azure.Data.Tables;

namespace Standins.Tests;

/// <summary>
/// The members that callers may rely on, in TableApi.txt: written after the official listing, and true of the stand-in and of
/// the official assembly alike, so that whichever is there checks the other's list.
/// </summary>
public sealed class ApiTests
{
    private static readonly Assembly Tables = typeof(TableClient).Assembly;
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "TableApi.txt"));

    public static TheoryData<string> Types() =>
        [.. Lines.Select(line => line.Split(": ", 2)[0]).Distinct()];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_has_the_members_that_are_listed(string type)
    {
        var listed = Lines.Where(line => line.StartsWith(type + ": ", StringComparison.Ordinal));

        var actual = Members(Tables.GetType(type, throwOnError: true)!).ToHashSet();

        Assert.DoesNotContain(listed, line => !actual.Contains(line));
    }

    [Fact]
    public void The_stand_in_has_no_public_member_that_is_not_listed()
    {
        var version = Tables.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.SkipUnless(version.Contains("standin", StringComparison.Ordinal), "the official package has more than the app uses");
        var listed = Lines.ToHashSet();

        Assert.DoesNotContain(Tables.GetExportedTypes().SelectMany(Members), member => !listed.Contains(member));
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{type.FullName}: {name} = {(int)Enum.Parse(type, name)}");
        }

        var constructors = type.GetConstructors(own).Where(IsVisible).Select(one => $"{Modifier(one)}new({Parameters(one)})");
        var methods = type.GetMethods(own).Where(IsVisible)
            .Where(one => !one.IsSpecialName || one.Name.StartsWith("op_", StringComparison.Ordinal))
            .Select(one => $"{Modifier(one)}{Name(one.ReturnType)} {one.Name}{Generic(one)}({Parameters(one)})");
        var properties = type.GetProperties(own).Where(one => one.GetMethod is { } getter && IsVisible(getter))
            .Select(one => $"{Modifier(one.GetMethod!)}{Name(one.PropertyType)} {one.Name}"
                + (one.SetMethod is { } setter && IsVisible(setter) ? " { get; set; }" : " { get; }"));
        return constructors.Concat(methods).Concat(properties).Select(member => $"{type.FullName}: {member}");
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily;

    private static string Modifier(MethodBase method) =>
        (method.IsFamily ? "protected " : "")
        + (method.IsStatic ? "static " : method is { IsVirtual: true, IsFinal: false, IsAbstract: false } ? "virtual " : "");

    private static string Generic(MethodInfo method)
    {
        if (!method.IsGenericMethod)
        {
            return "";
        }

        var argument = method.GetGenericArguments().Single();
        var constraints = argument.GetGenericParameterConstraints().Select(Name).ToList();
        if (argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            constraints.Insert(0, "class");
        }

        return constraints.Count == 0 ? $"<{argument.Name}>" : $"<{argument.Name} : {string.Join(", ", constraints)}>";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "")));

    private static string Name(Type type) => type switch
    {
        { IsByRef: true } => Name(type.GetElementType()!),
        _ when Nullable.GetUnderlyingType(type) is { } value => Name(value) + "?",
        { IsGenericType: true } => $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        _ => type.Name,
    };
}
